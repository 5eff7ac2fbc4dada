import { DomainError } from '../../domain/refusal.js';

export function demoYearUnknown(year: number): DomainError {
  return new DomainError(
    'NOT_FOUND',
    'DEMO_YEAR_UNKNOWN',
    `没有 ${year} 年的演示数据（配置目录 demo/${year}）。`,
    {
      year,
    },
  );
}

export function demoFileWrong(file: string): DomainError {
  return new DomainError('INVALID', 'DEMO_FILE_WRONG', `演示数据文件 ${file} 内容不全，请与说明核对。`, {
    file,
  });
}

/** The files say a deed of a task, department or period that the ledger does not have. */
export function demoDeedUnknown(what: string): DomainError {
  return new DomainError('INVALID', 'DEMO_DEED_UNKNOWN', `演示数据中的事项“${what}”在台账中没有对应记录。`, {
    what,
  });
}

/** A deed of the year was refused by its feature; the refusal says why. */
export function demoDeedRefused(what: string, refusal: DomainError): DomainError {
  return new DomainError(
    refusal.kind,
    refusal.code,
    `演示数据中的事项“${what}”未能办理：${refusal.message}`,
    {
      what,
      ...(refusal.details as object),
    },
  );
}

export function demoJobFailed(day: string, error: string): DomainError {
  return new DomainError('CONFLICT', 'DEMO_JOB_FAILED', `${day} 的定时任务未能完成：${error}。`, { day });
}

export function demoEventWaits(topic: string, error: string): DomainError {
  return new DomainError('CONFLICT', 'DEMO_EVENT_WAITS', `后续处理 ${topic} 未能完成：${error}。`, { topic });
}

export function portTaken(host: string, port: number): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'PORT_TAKEN',
    `${host}:${port} 已被其他程序占用。请用环境变量 PORT 另设端口，或者加 --no-serve 只装入不启动服务。`,
    { host, port },
  );
}
