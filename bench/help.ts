import 'reflect-metadata';
import { once } from 'node:events';
import { BellDesk } from '../src/platform/jobs/bell-desk.js';
import { Transport } from '../src/platform/jobs/transport.js';
import { answer } from './child.js';
import { openProduct } from './product.js';

// Child: a worker that helps with shards it is rung for, until its stdin ends. Says `ready` once it listens.
const app = await openProduct();
const [transport, desk] = [app.get(Transport), app.get(BellDesk, { strict: false })];
transport.start((bell) => desk.answer(bell));
process.stdout.write('ready\n');
process.stdin.resume();
await once(process.stdin, 'end');
await transport.stop();
await app.close();
answer({});
