import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { newId } from '../../platform/database/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { GroupStore } from './group.store.js';
import { parseOfficeConfig, type OfficeConfig } from './office-config.js';

/** Brings the groups of config/groups.yaml in, once each; what the office has changed since is left alone. */
@Injectable()
export class GroupSeed implements OnApplicationBootstrap {
  private loaded: Promise<OfficeConfig> | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly groups: GroupStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** What the file says. */
  config(): Promise<OfficeConfig> {
    this.loaded ??= readYaml(this.settings, 'groups.yaml').then(parseOfficeConfig);
    return this.loaded;
  }

  /** Adds the groups that are not there yet; gives their codes. */
  async seed(): Promise<string[]> {
    const { groups } = await this.config();
    const known = new Set((await this.groups.all()).map((group) => group.code));
    if (groups.every((group) => known.has(group.code))) return [];
    return this.unitOfWork.run(async () => {
      await this.groups.takeTurn();
      const inside = new Set((await this.groups.all()).map((group) => group.code));
      const missing = groups.filter((group) => !inside.has(group.code));
      for (const { code, name, rule, phrases } of missing) {
        const id = newId();
        await this.groups.add({ id, code, name, rule, phrases, version: 1 });
        this.audit.record({
          operation: 'organization.seedGroup',
          objectKind: 'department_group',
          objectId: id,
          after: { code, name, rule, phrases },
        });
      }
      return missing.map((group) => group.code);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.seed();
  }
}
