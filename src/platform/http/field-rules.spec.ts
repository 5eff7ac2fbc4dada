import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, Length, Matches, Max, MaxLength, Min, MinLength, ValidateNested,
} from 'class-validator'; // prettier-ignore
import type { DomainError } from '../../domain/refusal.js';
import { validation, type FieldFault } from './validation.js';

class Inner {
  @IsString()
  name!: string;
}

/** Every rule that requests of this program use. */
class Everything {
  @IsString() text!: string;
  @IsInt() whole!: number;
  @IsBoolean() flag!: boolean;
  @IsObject() record!: object;
  @IsArray() list!: unknown[];
  @IsIn(['DAY', 'MONTH']) word!: string;
  @Matches(/^x$/) shape!: string;
  @Length(2, 5) length!: string;
  @MinLength(3) long!: string;
  @MaxLength(3) short!: string;
  @Min(1) least!: number;
  @Max(9) most!: number;
  @ArrayMinSize(1) some!: unknown[];
  @ArrayMaxSize(1) few!: unknown[];
  @ValidateNested() @Type(() => Inner) inner!: Inner;
}

const WRONG = {
  text: 1, whole: 1.5, flag: 'yes', record: 1, list: 1, word: 'YEAR', shape: 'y', length: 'x', long: 'x', short: 'xxxx',
  least: 0, most: 10, some: [], few: [1, 2], inner: 1, stranger: 1,
}; // prettier-ignore

describe('rules of fields', () => {
  it('are told in Chinese, with their numbers, whichever of them is broken', async () => {
    const refused = validation()
      .transform(WRONG, { type: 'body', metatype: Everything })
      .then(() => [], (error: DomainError) => error.details['fields'] as FieldFault[]); // prettier-ignore
    const fields = new Map((await refused).map(({ field, rules }) => [field, rules]));
    expect([...fields.keys()].sort()).toEqual(Object.keys(WRONG).sort());
    for (const rules of fields.values()) for (const rule of rules) expect(rule).toMatch(/[\u4e00-\u9fff]/);
    expect(fields.get('short')).toEqual(['不得超过 3 个字']);
    expect(fields.get('word')).toEqual(['只能是以下之一：DAY, MONTH']);
    expect(fields.get('stranger')).toEqual(['不认识的字段']);
    for (const rules of fields.values()) expect(rules).not.toContain('内容不符合要求');
  });
});
