import { PartialType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { IsDay } from '../../platform/http/is-day.js';
import { ListQuery } from '../../platform/http/list-query.js';
import { DEPARTMENT_CODE } from './department-file.js';
import { DEPARTMENT_KINDS, type DepartmentKind } from './group-rule.js';
import { EMAIL, POST_CODE } from './post-file.js';
import { POST_KINDS, type PostKind } from './post.store.js';

const GROUP_CODE = /^[A-Z][A-Z_]{1,39}$/;

/** What may be said of a department. */
export class DepartmentFieldsRequest {
  /** 全称 */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  /** 简称 */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  shortName!: string;

  /** 类别 */
  @IsIn(DEPARTMENT_KINDS)
  kind!: DepartmentKind;

  /** 是否行政执法单位 */
  @IsBoolean()
  isEnforcementUnit!: boolean;

  /** 是否责任部门 */
  @IsBoolean()
  isResponsibleDepartment!: boolean;

  /** 上级单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  parentCode?: string | null;

  /** 设立日；空为一直存在 */
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** 撤销前最后一日；空为仍存在 */
  @IsOptional()
  @IsDay()
  validTo?: string | null;
}

/** A new department. */
export class CreateDepartmentRequest extends DepartmentFieldsRequest {
  /** 单位代码 */
  @Matches(DEPARTMENT_CODE)
  code!: string;
}

/** Only what is to change. */
export class UpdateDepartmentRequest extends PartialType(DepartmentFieldsRequest) {}

/** What a department is called from now on. */
export class RenameDepartmentRequest {
  /** 新的全称 */
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  name!: string;

  /** 新的简称 */
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  shortName!: string;
}

/** Which department takes another over. */
export class MergeDepartmentRequest {
  /** 承接单位的代码 */
  @Matches(DEPARTMENT_CODE)
  into!: string;

  /** 被并入单位存在的最后一日 */
  @IsDay()
  lastDay!: string;
}

/** Which departments. */
export class DepartmentListQuery extends ListQuery {
  /** 类别 */
  @IsOptional()
  @IsIn(DEPARTMENT_KINDS)
  kind?: DepartmentKind;

  /** 名称中的文字 */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  q?: string;

  /** true 只看本辖区的单位，不含下辖和上级辖区的 */
  @IsOptional()
  @IsIn(['true'])
  own?: string;

  /** 只看该日存在的单位 */
  @IsOptional()
  @IsDay()
  on?: string;
}

/** Another name of a department. */
export class AddAliasRequest {
  /** 别名 */
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  alias!: string;

  /** 自何日起使用 */
  @IsOptional()
  @IsDay()
  validFrom?: string | null;

  /** 使用至何日 */
  @IsOptional()
  @IsDay()
  validTo?: string | null;
}

/** The last day of an alias or of a term. */
export class LastDayRequest {
  /** 最后一日 */
  @IsDay()
  lastDay!: string;
}

/** A new group. */
export class CreateGroupRequest {
  /** 单位组代码 */
  @Matches(GROUP_CODE)
  code!: string;

  /** 名称 */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name!: string;

  /** 成员规则：ALL、ENFORCEMENT、RESPONSIBLE、LIST 或 KIND:类别 */
  @IsString()
  @MaxLength(200)
  rule!: string;

  /** 表示该组的词语 */
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @IsString({ each: true })
  @MinLength(2, { each: true })
  @MaxLength(50, { each: true })
  phrases!: string[];
}

/** Only what is to change of a group. */
export class UpdateGroupRequest extends PartialType(PickType(CreateGroupRequest, ['name', 'phrases'])) {}

/** The members of a LIST group, all of them. */
export class SetMembersRequest {
  /** 单位代码 */
  @ArrayMaxSize(1000)
  @Matches(DEPARTMENT_CODE, { each: true })
  departments!: string[];
}

/** Which posts, on which day. */
export class PostListQuery extends ListQuery {
  /** 哪一日在任，缺省为今日 */
  @IsOptional()
  @IsDay()
  asOf?: string;

  /** 单位代码 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  department?: string;
}

/** Where the present holder of a post is reached. */
export class ContactRequest {
  /** 邮箱；没有则为空 */
  @IsString()
  @MaxLength(200)
  @ValidateIf((request: ContactRequest) => request.email !== '')
  @Matches(EMAIL)
  email!: string;
}

/** Where the rows of a file belong in the tree. */
export class OrganizationImportQuery {
  /** 单位代码：未写上级的单位归入其下；岗位表只收该单位及其下级单位的岗位 */
  @IsOptional()
  @Matches(DEPARTMENT_CODE)
  under?: string;
}

/** Who is to hold a post. */
export class AppointRequest {
  /** 岗位代码 */
  @Matches(POST_CODE)
  code!: string;

  /** 单位代码 */
  @Matches(DEPARTMENT_CODE)
  department!: string;

  /** 岗位类别 */
  @IsIn(POST_KINDS)
  kind!: PostKind;

  /** 任职人员姓名 */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  holder!: string;

  /** 邮箱；没有则为空 */
  @IsString()
  @MaxLength(200)
  @ValidateIf((request: AppointRequest) => request.email !== '')
  @Matches(EMAIL)
  email: string = '';

  /** 任职日 */
  @IsDay()
  from!: string;
}
