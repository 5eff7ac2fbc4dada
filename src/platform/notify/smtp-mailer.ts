import { createTransport } from 'nodemailer';
import { classifyMailError } from './classify-mail-error.js';
import { Mailer, type Mail } from './mailer.js';

/** Milliseconds. The library's own limits are minutes: one hanging server would hold up all mails of a day. */
export interface MailTimeouts {
  connect: number;
  greet: number;
  /** Silence of the server. */
  silence: number;
  /** One mail altogether, for servers that answer byte by byte. */
  whole: number;
}

export const MAIL_TIMEOUTS: MailTimeouts = {
  connect: 10_000,
  greet: 10_000,
  silence: 30_000,
  whole: 180_000,
};

const CONNECTIONS = 2;

/** Sends through the office's mail server over at most two connections. */
export class SmtpMailer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
    private readonly timeouts: MailTimeouts = MAIL_TIMEOUTS,
  ) {
    super();
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      // The delivery table tries again and counts; a second hand that repeats would send unseen copies.
      maxRequeues: 0,
      dnsTimeout: timeouts.connect,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.greet,
      socketTimeout: timeouts.silence,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ messageId, to, subject, text }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId: `<${messageId}>`,
        signal: AbortSignal.timeout(this.timeouts.whole),
      });
    } catch (error) {
      throw classifyMailError(error);
    }
  }

  /** Lets the connections go. */
  close(): void {
    this.transport.close();
  }
}
