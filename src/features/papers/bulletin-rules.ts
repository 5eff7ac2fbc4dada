import { DomainError } from '../../domain/refusal.js';

/** What the office says in every bulletin (办内惯例，可配置 in config/bulletin.yaml). */
export interface BulletinRules {
  readonly office: string;
  readonly addressee: string;
  /** 四、下步要求, a paragraph each. */
  readonly requirements: readonly string[];
}

/** Takes the plain value of config/bulletin.yaml; gives the rules. Refuses (INVALID) naming all faults at once. */
export function parseBulletinRules(value: unknown): BulletinRules {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { office, addressee, requirements } = given;
  const faults: string[] = [];
  if (!isText(office)) faults.push('“office”应填写署名单位');
  if (!isText(addressee)) faults.push('“addressee”应填写主送单位');
  if (!Array.isArray(requirements) || requirements.length === 0 || !requirements.every(isText))
    faults.push('“requirements”应为下步要求的列表');
  if (faults.length > 0) {
    throw new DomainError('INVALID', 'BULLETIN_RULES_INVALID', `通报配置有误：${faults.join('；')}。`, {
      faults,
    });
  }
  return given as unknown as BulletinRules;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
