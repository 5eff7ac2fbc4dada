import { Injectable, type PipeTransform } from '@nestjs/common';
import { isFormat, type BulletinFormat } from './bulletin-format.js';
import { formatUnknown } from './papers.errors.js';

/** Lets through the formats that exist. */
@Injectable()
export class BulletinFormatPipe implements PipeTransform<string, BulletinFormat> {
  transform(value: string): BulletinFormat {
    if (!isFormat(value)) throw formatUnknown(value);
    return value;
  }
}
