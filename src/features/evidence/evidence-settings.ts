import { Injectable } from '@nestjs/common';
import { parseEvidenceRules, type EvidenceRules } from '../../domain/evidence/evidence-rules.js';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';

/** What the office has set about evidence. */
@Injectable()
export class EvidenceSettings {
  private loaded: Promise<EvidenceRules> | null = null;

  constructor(private readonly settings: Settings) {}

  /** The rules of config/evidence.yaml; a broken file is refused with all its faults. */
  rules(): Promise<EvidenceRules> {
    this.loaded ??= readYaml(this.settings, 'evidence.yaml').then(parseEvidenceRules);
    return this.loaded;
  }

  /** Largest file taken, in megabytes as people count them. */
  get maxMegabytes(): number {
    return this.settings.DIAODU_EVIDENCE_MB;
  }

  get maxBytes(): number {
    return this.maxMegabytes * 1024 * 1024;
  }
}
