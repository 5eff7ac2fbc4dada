import { Mailer, type Mail } from './mailer.js';

/** Sends for real where a mail server is set and the data are an office's own; demonstration data never leave the machine. */
export class OfficeMailer extends Mailer {
  constructor(
    private readonly server: Mailer | null,
    private readonly files: Mailer,
    private readonly isDemonstration: () => Promise<boolean>,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const isReal = this.server !== null && !(await this.isDemonstration());
    await (isReal ? this.server : this.files)?.send(mail);
  }
}
