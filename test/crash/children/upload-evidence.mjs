// Uploads evidence, four at a time, and says of each that was acknowledged: its id and its hash. Run with the built
// program beside it; the parent kills it, unless UPLOADS says after how many it ends by itself.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { createApp } from '../dist/app/create-app.js';
import { UploadEvidenceService } from '../dist/features/evidence/upload-evidence.service.js';
import { actAs } from '../dist/platform/auth/actor-context.js';
import { loadSettings } from '../dist/platform/config/load-settings.js';
import { Database } from '../dist/platform/database/database.js';

const app = await createApp(loadSettings(process.env));
await app.init();
const uploads = app.get(UploadEvidenceService);
const clerk = {
  post: 'OFFICE-CLERK',
  role: 'CLERK',
  departmentId: null,
  jurisdiction: '/',
  holder: '某',
  requestId: 'kill',
  address: 'test',
};
const [task] = await actAs(clerk, () => app.get(Database).read('SELECT id FROM task LIMIT 1'));
const lap = process.argv[2];
const most = Number(process.env.UPLOADS ?? Infinity);
const largest = Number(process.env.UPLOAD_BYTES ?? 400_000);
let done = 0;
const loop = monitorEventLoopDelay({ resolution: 5 });

async function* pieces(bytes) {
  yield Buffer.from('%PDF-1.4\n');
  for (let left = bytes; left > 0; left -= 65_536) yield randomBytes(Math.min(left, 65_536));
}

async function uploadFor(ever, n = 0) {
  const bytes = 1 + Math.floor(Math.random() * largest);
  const file = {
    name: `${lap}-${ever}-${n}.pdf`,
    content: Readable.from(pieces(bytes)),
    sha256: null,
    requestBytes: null,
    isTruncated: () => false,
  };
  const { id } = await actAs(clerk, () => uploads.upload(task.id, {}, file));
  // Written in one call at once, so that a trace shows where among the writes to the disk it was said.
  writeSync(1, `${id}\n`);
  if (++done >= most) {
    writeSync(2, `loop ${Math.round(loop.max / 1e6)}\n`);
    process.exit(0);
  }
  await uploadFor(ever, n + 1);
}

writeSync(1, 'begun\n');
loop.enable();
await Promise.all([1, 2, 3, 4].map((ever) => uploadFor(ever)));
