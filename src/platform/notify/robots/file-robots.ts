import { join } from 'node:path';
import { writeWholeFile } from '../../files/write-whole-file.js';
import { Robots, type RobotKey, type RobotMessage } from './robot.js';
import { robotText } from './robot-text.js';

/** Writes each message to `<folder>/<messageId>.txt` instead of sending it: for demonstration data, which never leave the machine. */
export class FileRobots extends Robots {
  constructor(private readonly folder: string) {
    super();
  }

  async send({ kind }: RobotKey, { messageId, text }: RobotMessage): Promise<void> {
    const name = messageId.replace(/[^\w.@-]/g, '_').replace(/^\.+/, '_');
    await writeWholeFile(join(this.folder, `${name}.txt`), Buffer.from(robotText(kind, text, messageId)));
  }
}

/** Sends for real where the data are an office's own. */
export class OfficeRobots extends Robots {
  constructor(
    private readonly servers: Robots,
    private readonly files: Robots,
    private readonly isDemonstration: () => Promise<boolean>,
  ) {
    super();
  }

  async send(to: RobotKey, message: RobotMessage): Promise<void> {
    await ((await this.isDemonstration()) ? this.files : this.servers).send(to, message);
  }
}
