import { Injectable, type PipeTransform } from '@nestjs/common';
import { WORKBOOK_TYPE } from '../../platform/office/write-workbook.js';
import { circularFormatUnknown } from './litigation.errors.js';

/** The forms a quarterly circular is written in. */
export const CIRCULAR_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: WORKBOOK_TYPE,
} as const;
export type CircularFormat = keyof typeof CIRCULAR_TYPES;

/** Lets through the formats that exist. */
@Injectable()
export class CircularFormatPipe implements PipeTransform<string, CircularFormat> {
  transform(value: string): CircularFormat {
    if (!Object.hasOwn(CIRCULAR_TYPES, value)) throw circularFormatUnknown(value);
    return value as CircularFormat;
  }
}
