/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out. A mirror may carry the binaries
 * of one platform only; `npm install` behind it then writes a lock that `npm ci` refuses everywhere, and that would
 * leave out the binary a developer on another system needs. Run after `npm install`; changes nothing when complete.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];
const EXACT = /^\d+\.\d+\.\d+[\w.+-]*$/;

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const before = Object.keys(lock.packages).length;

for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[place] || !platform || !EXACT.test(version)) continue;
    lock.packages[place] = { version, ...platform, ...(parent.dev ? { dev: true } : {}), optional: true };
  }
}

const added = Object.keys(lock.packages).length - before;
if (added > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`${added} packages of other platforms added to ${LOCK}\n`);

/** What a binary package's name says about where it runs; null when it says nothing. */
function platformOf(name) {
  const words = name.split(/[/-]/).map((word) => (word.startsWith('arm') && word !== 'arm64' ? 'arm' : word));
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system || !processor) return null;
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : null;
  return { cpu: [processor], ...(system === 'linux' && libc ? { libc } : {}), os: [system] };
}
