import { DomainError } from '../../domain/refusal.js';

export function courtFiguresMissing(year: number, quarter: number): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'COURT_FIGURES_MISSING',
    `还没有录入法院 ${year} 年第${quarter}季度的名单，请先录入或者导入后再核对。`,
    { year, quarter },
  );
}

export function courtLineTwice(number: string): DomainError {
  return new DomainError(
    'INVALID',
    'COURT_LINE_TWICE',
    `法院名单中 ${number} 同一单位同一开庭日出现了两次，请合并后再录入。`,
    { number },
  );
}

export function periodTurned(from: string, to: string): DomainError {
  return new DomainError('INVALID', 'RATE_PERIOD_TURNED', `起日 ${from} 晚于止日 ${to}，请更正。`, { from, to });
} // prettier-ignore

export function circularFormatUnknown(format: string): DomainError {
  return new DomainError(
    'INVALID',
    'CIRCULAR_FORMAT_UNKNOWN',
    `没有“${format}”格式的季度通报，可选 docx、xlsx。`,
    {
      format,
    },
  );
}

/** 两个辖区的单位作共同被告的，各辖区各登记一件。 */
export function caseOfJurisdictions(name: string): DomainError {
  return new DomainError(
    'INVALID',
    'CASE_OF_JURISDICTIONS',
    `${name}不属本辖区，其当事情况由其所在辖区的依法治区办另行登记；请只填写本辖区的单位。`,
    { name },
  );
}
