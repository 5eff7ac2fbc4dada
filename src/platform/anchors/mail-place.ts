import { wallIn } from '../clock/zone-days.js';
import { MailError, type Mailer } from '../notify/mailer.js';
import { anchorLine, type AnchorPlace, type AnchorSent } from './anchor-place.js';

/** The box of somebody who is no administrator of the database, such as the auditor; once a day. */
export class MailPlace implements AnchorPlace {
  readonly name: string;
  readonly every = 'day';

  constructor(
    private readonly mailer: Mailer,
    private readonly address: string,
    private readonly zone: string,
  ) {
    this.name = `mail:${address}`;
  }

  async put(anchor: AnchorSent): Promise<void> {
    const { seq, hash, at } = anchor;
    const text = [
      `截至 ${wallIn(this.zone, at)}，审计日志共 ${anchor.count} 条，链尾第 ${seq} 条。`,
      '请保存本邮件，不要删除：日后用它可以查出审计日志是否被删改。下一行是核验程序所用的锚点。',
      '',
      anchorLine(anchor),
    ];
    try {
      await this.mailer.send({
        messageId: `anchor.${anchor.slot.replaceAll(/[^\w-]/g, '')}.${hash.slice(0, 16)}@diaodu`,
        to: { name: '审计锚点', address: this.address },
        subject: `审计日志锚点 ${wallIn(this.zone, at).slice(0, 10)} 第 ${seq} 条`,
        text: text.join('\n'),
      });
    } catch (error) {
      // Whether the server will ever take it does not matter here: the next day's anchor is tried all the same.
      throw error instanceof MailError ? new Error(error.message, { cause: error }) : error;
    }
  }
}
