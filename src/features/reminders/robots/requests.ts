import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** The key of a robot as people have it. */
export class RobotKeyRequest {
  /** 群机器人的 Webhook 地址或者其中的密钥；保存后不再显示 */
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  key!: string;

  /** 钉钉“加签”密钥，SEC 开头；没有的不填 */
  @IsOptional()
  @Matches(/^SEC[\da-f]{64}$/i, { message: '应为 SEC 开头的加签密钥' })
  secret?: string;
}

/** A robot that is entered. */
export class AddRobotRequest extends RobotKeyRequest {
  /** 单位代码 */
  @Matches(/^[A-Z][A-Z0-9]{0,19}$/)
  department!: string;

  /** WECOM 企业微信 · DINGTALK 钉钉 */
  @IsIn(['WECOM', 'DINGTALK'])
  kind!: 'WECOM' | 'DINGTALK';
}

/** Whether digests go to it. */
export class SwitchRobotRequest {
  /** ON 启用 · OFF 停用 */
  @IsIn(['ON', 'OFF'])
  state!: 'ON' | 'OFF';
}
