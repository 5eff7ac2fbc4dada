import { DomainError } from '../../domain/refusal.js';

export function catalogueNotFound(year: number): DomainError {
  return new DomainError('NOT_FOUND', 'CATALOGUE_NOT_FOUND', `没有 ${year} 年度的重大行政决策事项目录。`, {
    year,
  });
}

export function catalogueTaken(year: number): DomainError {
  return new DomainError('CONFLICT', 'CATALOGUE_TAKEN', `${year} 年度目录已经建立，请在该目录上办理。`, {
    year,
  });
}

export function itemReasonMissing(deed: string): DomainError {
  return new DomainError('INVALID', 'CATALOGUE_REASON_MISSING', `${deed}目录事项应当写明理由。`);
}

export function itemTaken(): DomainError {
  return new DomainError('CONFLICT', 'CATALOGUE_ITEM_TAKEN', '该决策事项已在目录之中，不能重复列入。');
}

export function itemNotFound(): DomainError {
  return new DomainError('NOT_FOUND', 'CATALOGUE_ITEM_NOT_FOUND', '目录中没有该事项，或者已经调出。');
}

export function otherYear(year: number): DomainError {
  return new DomainError(
    'INVALID',
    'CATALOGUE_OTHER_YEAR',
    `该决策事项不属于 ${year} 年度，不能列入该年度目录。`,
    { year },
  );
}

export function consentNotAllowed(): DomainError {
  return new DomainError(
    'CONFLICT',
    'CATALOGUE_CONSENT_NOT_ALLOWED',
    '目录已经同级党委同意或者已经公布，没有需要报请同意的变动。',
  );
}

export function consentMissing(): DomainError {
  return new DomainError(
    'CONFLICT',
    'CATALOGUE_CONSENT_MISSING',
    '目录应当经同级党委同意后向社会公布（《重大行政决策程序暂行条例》第三条第三款），请先登记党委同意的文件。',
  );
}

export function catalogueEmpty(): DomainError {
  return new DomainError('CONFLICT', 'CATALOGUE_EMPTY', '目录中还没有事项，请先列入事项再报请同意。');
}

export function ownCatalogue(): DomainError {
  return new DomainError(
    'FORBIDDEN',
    'CATALOGUE_OWN_SUBMISSION',
    '目录不能由报请同意的本人批准公布，请由其他负责人办理。',
  );
}
