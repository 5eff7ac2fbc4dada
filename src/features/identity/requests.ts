import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MAX_PASSWORD_LENGTH } from '../../domain/access/password-rules.js';
import { ListQuery } from '../../platform/http/list-query.js';
import { DUTIES, type Duty } from './account.store.js';

const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/;
const USERNAME_RULE = '应为 2 至 40 个字母、数字或 . _ -，以字母或数字开头';

/** Signing in. */
export class SignInRequest {
  /** 用户名 */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  username!: string;

  /** 口令 */
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;

  /** 动态口令或者备用码；绑定了动态口令的才需要 */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

/** Another of one's posts. */
export class ChoosePostRequest {
  /** 岗位代码 */
  @IsString()
  @MaxLength(50)
  post!: string;
}

/** One's own new password. */
export class ChangePasswordRequest {
  /** 当前口令 */
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  current!: string;

  /** 新口令 */
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  next!: string;
}

/** One of the three administrators. */
export class FirstAdministratorRequest {
  /** 职责：SYSADMIN 系统管理员、SECADMIN 安全管理员、AUDITOR 审计管理员 */
  @IsIn(DUTIES)
  duty!: Duty;

  @Matches(USERNAME, { message: USERNAME_RULE })
  username!: string;

  /** 姓名 */
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  name!: string;
}

/** The first start. */
export class BootstrapRequest {
  /** 首次启动时服务器终端显示的口令 */
  @IsString()
  @MaxLength(200)
  secret!: string;

  @ValidateNested({ each: true })
  @Type(() => FirstAdministratorRequest)
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  administrators!: FirstAdministratorRequest[];
}

/** A new account. */
export class CreateAccountRequest {
  /** 用户名 */
  @Matches(USERNAME, { message: USERNAME_RULE })
  username!: string;

  /** 姓名 */
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  name!: string;

  /** 管理员职责；业务人员不填 */
  @IsOptional()
  @IsIn(DUTIES)
  duty?: Duty | null;
}

/** Why an account is stopped or started again. */
export class AccountReasonRequest {
  /** 原因 */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}

/** A post for an account. */
export class GrantRequest {
  /** 岗位代码 */
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  post!: string;
}

/** Which accounts. */
export class AccountListQuery extends ListQuery {
  /** 用户名或者姓名中的文字 */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}
