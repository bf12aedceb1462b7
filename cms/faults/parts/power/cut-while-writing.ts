import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../../src/release/random.ts';
import { cmsClient, type CmsClient, type Visitor } from '../../harness/cms-client.ts';
import { campaignGuide } from '../../harness/document-text.ts';
import { editingBy } from '../../harness/editing.ts';
import type { Ledger } from '../../harness/ledger.ts';
import type { ServerProcess } from '../../harness/server-process.ts';
import { createWriter, type Mix } from '../../harness/writer.ts';
import type { LoopDevice } from '../../machine/loop-device.ts';

const documentsEach = 4;
/** At most so many saves are acknowledged before a cut. */
const savesACut = 40;
/** Milliseconds until the power is cut whatever was acknowledged. */
const patience = 30_000;
/** A publication flushes the whole file system, and with it saves that the server forgot to flush. */
const onlySaves: Mix = { save: 100, status: 0, publish: 0, discard: 0 };
const everything: Mix = { save: 84, status: 6, publish: 4, discard: 6 };

export interface CutInput {
  server: ServerProcess;
  device: LoopDevice;
  ledger: Ledger;
  people: readonly Visitor[];
  random: Random;
  /** Under load, or in a moment in which nobody writes: then no later save flushes what an earlier one forgot. */
  moment: 'load' | 'quiet';
}

/**
 * People write, the power goes, everything ends, the power is back. Every save that was acknowledged counts, even one whose answer came after the cut.
 * @returns what was answered wrongly before
 */
export async function cutWhileWriting({ server, device, ledger, people, random, moment }: CutInput): Promise<string[]> {
  const client = cmsClient(server);
  const complaints: string[] = [];
  const state = { cut: false };
  const everybody = people.map((person, index) => writeOn({ client, person, index, ledger, random, moment, state, complaints }));
  const wanted = ledger.saves + random.between(4, savesACut);
  for (const until = performance.now() + patience; ledger.saves < wanted && performance.now() < until;) await wait(2);
  state.cut = true;
  if (moment === 'quiet') {
    await Promise.all(everybody);
    await wait(random.between(0, 60));
  }
  await device.cut();
  // What the server still acknowledges without a disk would be a lie, and is counted.
  await wait(random.between(0, 50));
  await server.killAll();
  await Promise.all(everybody);
  client.close();
  await device.unmount();
  await device.mount();
  return complaints;
}

interface WriteOn extends Pick<CutInput, 'ledger' | 'random' | 'moment'> {
  client: CmsClient;
  person: Visitor;
  index: number;
  state: { cut: boolean };
  complaints: string[];
}

async function writeOn({ client, person, index, ledger, random, moment, state, complaints }: WriteOn): Promise<void> {
  const names = Array.from({ length: documentsEach }, (_, number) => campaignGuide(`p${index}-${number}`));
  const writer = createWriter({ editing: editingBy(client, person), ledger, names, random, mix: moment === 'quiet' ? onlySaves : everything });
  while (!state.cut || moment === 'load') {
    try {
      const { step, answer } = await writer.step();
      if (answer.status === 200) continue;
      if (!state.cut) complaints.push(`${step} was answered ${answer.status}: ${answer.body.error}`);
      return;
    } catch {
      return;
    }
  }
}
