import { Injectable } from '@nestjs/common';
import { parseLitigationRules, type LitigationRules } from '../../domain/rate/rate-policy.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';

/** What the office has set about court appearance. */
@Injectable()
export class LitigationSettings {
  private loaded: Promise<LitigationRules> | null = null;

  constructor(private readonly settings: Settings) {}

  /** The rules of config/litigation.yaml; a broken file is refused with all its faults. */
  rules(): Promise<LitigationRules> {
    this.loaded ??= readYaml(this.settings, 'litigation.yaml').then(parseLitigationRules);
    return this.loaded;
  }
}
