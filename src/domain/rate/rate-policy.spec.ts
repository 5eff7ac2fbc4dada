import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { defaultHearingDays, defaultRatePolicy, parseLitigationRules } from './rate-policy.js';

const refusal = (...faults: string[]) =>
  expect.objectContaining({ code: 'LITIGATION_RULES_INVALID', details: { faults } });

describe('config/litigation.yaml', () => {
  it('says what holds anyway', () => {
    const rules = parseLitigationRules(parse(readFileSync('config/litigation.yaml', 'utf8')));
    expect(rules).toEqual({
      version: 1,
      office: '区委依法治区办',
      rate: defaultRatePolicy,
      hearing: defaultHearingDays,
    });
  });

  it('takes the default where it is silent', () => {
    const rules = parseLitigationRules({ version: 2, rate: { periodBasis: 'CLOSING' } });
    expect(rules.rate).toEqual({ ...defaultRatePolicy, periodBasis: 'CLOSING' });
    expect(rules.hearing).toEqual(defaultHearingDays);
  });

  it('is refused with all faults at once, unknown names among them', () => {
    const broken = {
      office: '',
      rate: { periodBasis: 'YEAR', includeThirdParty: 'yes', voice: [], unknown: 1 },
      hearing: { remindDays: [3, 7], formDueDays: -1, other: 1 },
    };
    expect(() => parseLitigationRules(broken)).toThrow(
      refusal(
        '“version”应为正整数',
        '“office”应为通报的署名',
        '“rate.periodBasis”应为 HEARING、CLOSING、FILING 之一',
        '“rate.includeThirdParty”应为 true 或者 false',
        '“rate.voice”应列出至少一种发言',
        '“rate.unknown”不是已知的口径',
        '“hearing.remindDays”应为由远及近的天数',
        '“hearing.formDueDays”应为天数',
        '“hearing.other”不是已知的设置',
      ),
    );
  });
});
