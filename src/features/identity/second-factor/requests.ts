import { IsString, MaxLength, MinLength } from 'class-validator';

/** A code of the authenticator, or one for recovery. */
export class SecondFactorCodeRequest {
  /** 动态口令或者备用码 */
  @IsString()
  @MinLength(6)
  @MaxLength(40)
  code!: string;
}
