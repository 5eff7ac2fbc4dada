import type { SessionResponse } from '../present-session.js';

/** One's own second factor. */
export class SecondFactorResponse {
  /** 是否已绑定 */
  bound!: boolean;
  /** 是否必须绑定 */
  required!: boolean;
  /** 未用的备用码个数 */
  recoveryCodesLeft!: number;
}

/** What goes into the authenticator; shown once. */
export class NewAuthenticatorResponse {
  /** 供手工输入的密钥，只显示一次 */
  secret!: string;
  /** 供扫码的 otpauth 地址，只显示一次 */
  address!: string;
}

/** A second factor that counts from now on. */
export class BoundSecondFactorResponse {
  /** 备用码，只显示一次，每个只能用一次 */
  recoveryCodes!: string[];
  session!: SessionResponse;
}
