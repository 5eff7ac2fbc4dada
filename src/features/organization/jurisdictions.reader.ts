import { Injectable } from '@nestjs/common';
import { isJurisdictionKind, liesWithin } from '../../domain/access/jurisdiction.js';
import { currentActor } from '../../platform/auth/actor-context.js';
import { seesItsJurisdiction } from '../../platform/auth/actor.js';
import { jurisdictionUnknown } from './organization.errors.js';
import { OrganizationReader } from './organization.reader.js';

/** A jurisdiction by its node. */
export interface JurisdictionFacts {
  code: string;
  name: string;
}

/** The questions other features may ask about jurisdictions that keep a register of their own. */
@Injectable()
export class JurisdictionsReader {
  constructor(private readonly organization: OrganizationReader) {}

  /** The nodes of jurisdictions by their paths; the whole installation has none, nor has one that the actor knows not. */
  async at(paths: readonly string[]): Promise<Map<string, JurisdictionFacts>> {
    const codes = new Map(paths.map((path) => [path, path.split('/').at(-2) ?? '']));
    const nodes = await this.organization.departmentsByCode([...new Set(codes.values())]);
    return new Map(
      [...codes].flatMap(([path, code]) => {
        const node = nodes.get(code);
        return node ? [[path, { code: node.code, name: node.name }] as const] : [];
      }),
    );
  }

  /**
   * The path of the jurisdiction whose register is asked for: the actor's own where none is named. An office and leaders may
   * name one below theirs; refuses any other as if there were none (JURISDICTION_UNKNOWN).
   */
  async asked(code: string | undefined): Promise<string> {
    const own = currentActor().jurisdiction;
    if (code === undefined) return own;
    const node = await this.organization.departmentByCode(code);
    const path = node && isJurisdictionKind(node.kind) ? node.jurisdiction : null;
    if (path === null || !liesWithin(path, own)) throw jurisdictionUnknown(code);
    if (path !== own && !seesItsJurisdiction(currentActor())) throw jurisdictionUnknown(code);
    return path;
  }
}
