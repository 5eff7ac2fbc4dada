import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Settings } from './settings.js';

/** Reads one yaml file of the configuration folder; gives its plain value. A missing or broken file stops the start. */
export async function readYaml(settings: Settings, name: string): Promise<unknown> {
  const path = join(settings.DIAODU_CONFIG_DIR, name);
  return parse(await readFile(path, 'utf8'), { strict: true });
}
