import { access, mkdir, open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from '../database/id.js';
import { Mailer, type Mail } from './mailer.js';

/**
 * Writes each mail to `<folder>/<messageId>.eml` instead of sending it: for offices without a mail server and for
 * demonstration data. A file appears under its name only when it is whole and on the disk; a mail that is there
 * already counts as sent and is left as it is.
 */
export class FileMailer extends Mailer {
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send({ messageId, to, subject, text }: Mail): Promise<void> {
    const path = join(this.folder, `${safeName(messageId)}.eml`);
    if (await exists(path)) return;
    const mail = { from: this.from, to, subject, text, messageId: `<${messageId}>` };
    const { message } = await this.transport.sendMail(mail);
    await this.write(path, message as Buffer);
  }

  private async write(path: string, bytes: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const temporary = join(this.folder, `${newId()}.tmp`);
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(temporary, path);
    } catch (error) {
      await file.close().catch(() => undefined);
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

/** Ids are ours, yet a name of a file must never lead out of the folder. */
function safeName(messageId: string): string {
  return messageId.replace(/[^\w.@-]/g, '_').replace(/^\.+/, '_');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
