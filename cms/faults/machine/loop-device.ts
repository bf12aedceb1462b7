import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { hasProgram, runProgram } from '../harness/run-program.ts';

/** Where Debian keeps programs for administrators, which are not on everybody's PATH. */
const systemProgram = (name: string): string => ['/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? name;

/** A file system of its own in a file, which can lose its power. */
export interface LoopDevice {
  folder: string;
  /**
   * Cuts the power: what is not on the disk yet never gets there (EXT4_IOC_SHUTDOWN without flushing the journal), and from now on every access fails.
   */
  cut(): Promise<void>;
  /** Takes it away; whoever used it must have ended. */
  unmount(): Promise<void>;
  /** Puts it back, by the journal alone, as a machine does that starts again. */
  mount(): Promise<void>;
}

/** EXT4_IOC_SHUTDOWN, _IOR('X', 125, __u32), and EXT4_GOING_FLAGS_NOLOGFLUSH: linux/fs/ext4/ext4.h. */
const cutByPerl = String.raw`open(my $folder, '<', $ARGV[0]) or die "open: $!"; my $flag = pack('L', 2); ioctl($folder, 0x8004587d, $flag) or die "ioctl: $!";`;

/** Why power cuts cannot be tried on this machine; nothing where they can. */
export async function loopDeviceIsMissing(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a loop device';
  for (const [program, parameters] of [
    ['perl', ['-e', '1']],
    [systemProgram('mkfs.ext4'), ['-V']],
    [systemProgram('losetup'), ['--find']],
  ] as const)
    if (!(await hasProgram(program, parameters))) return `${program} does not work here`;
  return undefined;
}

export async function createLoopDevice({ work, name, megabytes }: { work: string; name: string; megabytes: number }): Promise<LoopDevice> {
  const [image, folder] = [join(work, `${name}.img`), join(work, name)];
  await mkdir(folder, { recursive: true });
  await writeFile(image, '');
  await truncate(image, megabytes * 1024 * 1024);
  await runProgram(systemProgram('mkfs.ext4'), ['-q', '-F', '-m', '0', image]);
  const device: LoopDevice = {
    folder,
    cut: async () => void (await runProgram('perl', ['-e', cutByPerl, folder])),
    async unmount() {
      // The last process to end may hold it for a moment more.
      for (let attempt = 0; ; attempt++) {
        const { code, output } = await runProgram('umount', [folder], { well: false });
        if (code === 0) return;
        if (attempt === 100) throw new Error(`${folder} cannot be unmounted: ${output}`);
        await wait(50);
      }
    },
    mount: async () => void (await runProgram('mount', ['-o', 'loop', image, folder])),
  };
  await device.mount();
  return device;
}
