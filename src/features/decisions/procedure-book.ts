import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcedureDefinition } from '../../domain/procedure/definition.js';
import { layOverlay } from '../../domain/procedure/lay-overlay.js';
import { parseDefinition } from '../../domain/procedure/parse-definition.js';
import { plain, type Plain } from '../../domain/procedure/plain-reader.js';
import { definitionInvalid } from '../../domain/procedure/procedure.errors.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { procedureUnknown } from './decisions.errors.js';
import { parseDecisionRules, type DecisionRules } from './decision-rules.js';

const FOLDER = 'procedures';

interface DefinitionFile {
  name: string;
  value: Plain;
}

/**
 * The procedures of config/procedures: every file is a definition or, with `overlays`, local rules laid over one in the
 * order they state. All are read and checked at the start; a wrong one stops it.
 */
@Injectable()
export class ProcedureBook implements OnModuleInit {
  private loaded: Promise<Map<string, ProcedureDefinition>> | null = null;
  private loadedRules: Promise<DecisionRules> | null = null;

  constructor(private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    const { procedure } = await this.rules();
    await this.one(procedure);
  }

  /** All definitions, by id in text order. */
  async all(): Promise<ProcedureDefinition[]> {
    return [...(await this.definitions()).values()];
  }

  /** A definition; refuses (PROCEDURE_UNKNOWN) an id that no file bears. */
  async one(id: string): Promise<ProcedureDefinition> {
    const definitions = await this.definitions();
    const found = definitions.get(id);
    if (!found) throw procedureUnknown(id, [...definitions.keys()]);
    return found;
  }

  /** The office's settings of config/decisions.yaml. */
  rules(): Promise<DecisionRules> {
    this.loadedRules ??= readYaml(this.settings, 'decisions.yaml').then(parseDecisionRules);
    return this.loadedRules;
  }

  private definitions(): Promise<Map<string, ProcedureDefinition>> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  private async load(): Promise<Map<string, ProcedureDefinition>> {
    const names = (await readdir(join(this.settings.DIAODU_CONFIG_DIR, FOLDER)))
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    const files = await Promise.all(
      names.map(async (name) => ({
        name,
        value: plain(await readYaml(this.settings, join(FOLDER, name))),
      })),
    );
    const bases = files.filter(({ value }) => value['overlays'] === undefined);
    const overlays = files.filter(({ value }) => value['overlays'] !== undefined);
    for (const { name, value } of overlays) requireBase(name, value, bases);
    const definitions = bases.map((base) => parseDefinition(withOverlays(base, overlays), base.name));
    return new Map(definitions.sort((a, b) => (a.id < b.id ? -1 : 1)).map((each) => [each.id, each]));
  }
}

function requireBase(name: string, value: Plain, bases: readonly DefinitionFile[]): void {
  const faults = [
    ...(bases.some((base) => base.value['id'] === value['overlays'])
      ? []
      : [`没有可以叠加的程序“${String(value['overlays'])}”`]),
    ...(typeof value['order'] === 'number' ? [] : ['“order”应为数字']),
  ];
  if (faults.length > 0) throw definitionInvalid(name, faults);
}

function withOverlays(base: DefinitionFile, overlays: readonly DefinitionFile[]): Plain {
  return overlays
    .filter(({ value }) => value['overlays'] === base.value['id'])
    .sort((a, b) => Number(a.value['order']) - Number(b.value['order']))
    .reduce((value, overlay) => layOverlay(value, overlay.value, overlay.name), base.value);
}
