import { MailError } from './mailer.js';

/** What the mail library says of a failure. */
interface MailFault {
  code?: string;
  responseCode?: number;
  message?: string;
}

/** Stages in which the server speaks of this mail, not of our connection, name or password. */
const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];

/**
 * Takes any failure of sending; gives it as permanent or temporary. Permanent is a 5xx answer to sender, recipient or
 * content, or an address no server could take. A 5xx at greeting or sign-in is a fault of our settings: the mails
 * themselves are fine and must not be given up for it.
 */
export function classifyMailError(error: unknown): MailError {
  const fault = (typeof error === 'object' && error !== null ? error : {}) as MailFault;
  const message = fault.message ?? String(error);
  if (!ABOUT_THE_MAIL.includes(fault.code ?? '')) return new MailError(message, false);
  const answer = fault.responseCode;
  const isPermanent = answer === undefined ? fault.code === 'EENVELOPE' : answer >= 500 && answer < 600;
  return new MailError(message, isPermanent);
}
