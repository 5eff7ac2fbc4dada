import { DomainError } from '../refusal.js';

export function nameMissing(): DomainError {
  return new DomainError('INVALID', 'EVIDENCE_NAME_MISSING', '文件没有名称，请改成能说明内容的名称后重新上传。');
} // prettier-ignore

export function nameTooLong(length: number): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_NAME_TOO_LONG',
    `文件名有 ${length} 个字，最多 255 个字，请缩短后重新上传。`,
    { length },
  );
}

export function stateSecret(mark: string): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_STATE_SECRET',
    `名称、说明或者密级标有“${mark}”：本系统不得存储、传递国家秘密（《中华人民共和国保守国家秘密法》第二十九条），请按保密规定通过涉密渠道报送；确不涉密的，请更正标注后重新上传。`,
    { mark },
  );
}

export function kindUnknown(extension: string, allowed: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_KIND_UNKNOWN',
    `不接收“.${extension}”文件，请另存为 PDF、图片或者常用办公文件后重新上传。`,
    { extension, allowed },
  );
}

export function kindDangerous(extension: string): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_KIND_DANGEROUS',
    `“.${extension}”是程序、脚本或者网页，不能作为佐证材料；网页请打印成 PDF 或者截图，压缩包请删去其中的此类文件后重新上传。`,
    { extension },
  );
}

export function kindMacro(extension: string): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_KIND_MACRO',
    `“.${extension}”文件带有宏，请另存为不含宏的文件或者 PDF 后重新上传。`,
    { extension },
  );
}

export function kindClosed(extension: string): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_KIND_CLOSED',
    `“.${extension}”压缩包无法查验内容，请改用 .zip 压缩或者逐个上传其中的文件。`,
    { extension },
  );
}

export function contentDiffers(extension: string, found: string): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_CONTENT_DIFFERS',
    `文件内容与扩展名“.${extension}”不符，请用办公软件打开后按正确的类型另存，再重新上传。`,
    { extension, found },
  );
}

export function evidenceEncrypted(): DomainError {
  return new DomainError('INVALID', 'EVIDENCE_ENCRYPTED', '文件设有打开密码，请取消密码后重新上传。');
}

export function evidenceEmpty(): DomainError {
  return new DomainError('INVALID', 'EVIDENCE_EMPTY', '文件是空的，请检查后重新上传。');
}

export function evidenceRulesInvalid(faults: readonly string[]): DomainError {
  return new DomainError(
    'INVALID',
    'EVIDENCE_RULES_INVALID',
    `佐证材料配置 config/evidence.yaml 有误：${faults.join('；')}。`,
    { faults },
  );
}
