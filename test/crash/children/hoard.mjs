/**
 * Preload for copies of the program into which `failpoint('name')` was patched: from the HOARD_FROM-th point on the process
 * keeps a little more at each, as one with a leak does, until its heap is full and V8 ends it wherever it then is.
 */
const hoard = [];
const from = Number(process.env.HOARD_FROM);
let passed = 0;

globalThis.failpoint = () => {
  if (++passed < from) return;
  for (let n = 0; n < 60_000; n++) hoard.push({ n, text: `piece ${n}` });
};
