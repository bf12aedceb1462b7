import { execFile, spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';
import { readEnvironment } from '../release/environment.ts';

/** Where the usual ways of installing it put Chromium or Chrome. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Works as root and in containers, and asks nothing of the network by itself. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const missing = `The browser journeys need Chromium, and none was found. Install it, then run the command again:
  Debian, Ubuntu   sudo apt-get install chromium
  macOS            brew install --cask chromium
  Windows          winget install Google.Chrome
or name one you have: CHROMIUM_PATH=/path/to/chromium npm test`;

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The path of a Chromium: the one CHROMIUM_PATH names, one in a usual place, or Playwright's own. On Debian it is installed if it is missing
 * and that needs no password. Throws an error that says how to get one.
 */
export async function findChromium(): Promise<string> {
  const { CHROMIUM_PATH } = readEnvironment();
  if (CHROMIUM_PATH) {
    if (await isProgram(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, and no program is there. Name one that is, or unset it to use any that is installed.`);
  }
  for (const path of [...usualPlaces, chromium.executablePath()]) if (path && (await isProgram(path))) return path;
  if (await installOnDebian()) return '/usr/bin/chromium';
  throw new Error(missing);
}

/** Whether Debian's package is there now. Only where no password is needed: as root, or with a sudo that asks nothing. */
async function installOnDebian(): Promise<boolean> {
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await succeeds('sudo', ['-n', 'true']))) return false;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  console.log('Chromium is missing: installing the package of the system (apt-get install chromium). This takes a minute, once.');
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  await shown([...apt, 'update']);
  await shown([...apt, 'install', '--yes', '--no-install-recommends', 'chromium']);
  return isProgram('/usr/bin/chromium');
}

const succeeds = (program: string, parameters: string[]) =>
  new Promise<boolean>((resolve) => {
    execFile(program, parameters, (error) => resolve(error === null));
  });

/** Runs a program in this terminal until it ends, however it ends: what counts is whether the browser is there afterwards. */
const shown = ([program = '', ...parameters]: string[]) =>
  new Promise<void>((resolve) => {
    spawn(program, parameters, { stdio: 'inherit' })
      .on('error', () => resolve())
      .on('close', () => resolve());
  });

/** A browser with a fresh profile. `port` opens its debugging protocol to programs of this machine, for tools that want to drive it themselves. */
export async function launch({ port }: { port?: number } = {}): Promise<Browser> {
  const args = port === undefined ? flags : [...flags, `--remote-debugging-port=${port}`];
  return chromium.launch({ executablePath: await findChromium(), args });
}
