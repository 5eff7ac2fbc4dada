import { Injectable } from '@nestjs/common';
import { readYaml } from '../../platform/config/read-yaml.js';
import { Settings } from '../../platform/config/settings.js';
import { parseDeliveryRules, type DeliveryRules } from './delivery-rules.js';

/** What the office has set about digests and their mails. */
@Injectable()
export class DeliverySettings {
  private loaded: Promise<DeliveryRules> | null = null;

  constructor(private readonly settings: Settings) {}

  /** The rules of config/reminders.yaml; a broken file is refused with all its faults. */
  rules(): Promise<DeliveryRules> {
    this.loaded ??= readYaml(this.settings, 'reminders.yaml').then(parseDeliveryRules);
    return this.loaded;
  }

  /** Fixed for the thing it tells of: `<day>.<department>.<recipient>@<host of the sender>`. */
  messageId(day: string, departmentCode: string, recipient: string): string {
    const host = this.settings.DIAODU_MAIL_FROM.split('@')[1] ?? 'localhost';
    return `${day}.${departmentCode}.${recipient}@${host}`.toLowerCase();
  }
}
