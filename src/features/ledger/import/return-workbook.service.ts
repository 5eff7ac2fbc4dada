import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { writeWorkbook } from '../../../platform/office/write-workbook.js';
import { requireOffice } from '../tasks/task.policy.js';
import { contentOf } from './import-content.js';
import { ImportFiles } from './import-files.js';
import { ImportPreviews } from './import-previews.js';
import { returnedSheets } from './returned-sheets.js';

/** 退改: the file goes back to whoever fills it in, with what is wrong written where it stands. */
@Injectable()
export class ReturnWorkbookService {
  constructor(
    private readonly previews: ImportPreviews,
    private readonly files: ImportFiles,
  ) {}

  /**
   * Gives the workbook of an import with its faulty cells coloured and remarked. It is written anew from the cells as they
   * were read in a process of their own; nothing of the file that was sent is passed on.
   */
  async workbook(id: string): Promise<{ name: string; bytes: Buffer }> {
    requireOffice(currentActor(), '取回导入文件');
    const content = contentOf(await this.previews.any(id));
    const { fileName, fileSha256, createdOn, rows } = content;
    const document = await this.files.open(fileSha256, fileName);
    const plain = fileName.replace(/\.[^.]*$/, '');
    const bytes = await writeWorkbook({
      title: plain,
      author: '',
      day: createdOn,
      sheets: returnedSheets(document, rows),
    });
    return { name: `${plain}-待改.xlsx`, bytes };
  }
}
