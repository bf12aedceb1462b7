import { figuresOf } from '../../server/keep/figures.ts';
import { bytesInWords } from '../../server/keep/disk.ts';
import { inWords, isSame } from '../../server/keep/differs.ts';
import { parsed, type Command } from './command.ts';
import { withStore } from './open-house.ts';

export const status: Command = {
  usage: 'status',
  does: 'Says whether a server runs, what it published last, what waits, how many drafts there are and what the disk holds.',
  async run(args, house) {
    parsed(args, { options: {}, least: 0, most: 0 });
    await withStore(house, async (store) => {
      const { server, live, last, waiting, drafts, mails, space, sizes } = await figuresOf({ data: house.data, store });
      const problems =
        last && last.state !== 'live'
          ? last.problems.map(({ path, problem, file, line }) => `    ${file ? `${file}${line ? `:${line}` : ''}` : path}  ${problem}`)
          : [];
      const lines: [string, string][] = [
        ['Server', server ? `runs (process ${server})` : 'does not run on this data folder'],
        ['On the site', live ? `release ${live.release ?? live.id} of ${live.at}, for ${live.day}: ${live.pages} pages` : 'no release yet'],
        ...(last && last.state !== 'live'
          ? ([['Last attempt', `${last.state} on ${last.at}: ${last.problems.length} problems`]] satisfies [string, string][])
          : []),
        ['To publish', waiting === undefined ? 'everything' : isSame(waiting) ? 'nothing waits' : inWords(waiting)],
        [
          'Drafts',
          drafts.total === 0
            ? 'none'
            : `${drafts.total}: ${drafts.draft} being written, ${drafts.pending_review} waiting for review, ${drafts.pending_publish} ready`,
        ],
        ['Mails', mails === 0 ? 'none wait' : `${mails} wait in ${house.data.outbox}`],
        [
          'Disk',
          `${bytesInWords(space.free)} free of ${bytesInWords(space.total)}${space.full ? ': FULL, saves and releases are about to fail' : ''}`,
        ],
        [
          'Data folder',
          `${house.data.root}: ${Object.entries(sizes)
            .map(([part, bytes]) => `${part} ${bytesInWords(bytes)}`)
            .join(', ')}`,
        ],
      ];
      const width = Math.max(...lines.map(([label]) => label.length));
      house.terminal.say([...lines.map(([label, text]) => `${label.padEnd(width)}  ${text}`), ...problems].join('\n'));
    });
  },
};
