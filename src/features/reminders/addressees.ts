import { Injectable } from '@nestjs/common';
import { OrganizationReader, type HolderFacts } from '../organization/organization.reader.js';
import type { DigestKey } from './digest.store.js';

/** Who gets a digest; texts are empty where a post is vacant or has no address. */
export interface Addressee {
  /** Department code. */
  code: string;
  department: string;
  postCode: string;
  holder: string;
  email: string;
  isFallback: boolean;
}

/** Finds who holds the post a digest is for. */
@Injectable()
export class Addressees {
  constructor(private readonly organization: OrganizationReader) {}

  /** The holder on the digest's day; with the liaison's post vacant the head (办内惯例), marked as fallback. */
  async of({ departmentId, recipient, day }: DigestKey): Promise<Addressee> {
    const department = await this.organization.department(departmentId);
    const holder = await this.organization.holderOf(departmentId, recipient as HolderFacts['kind'], day);
    const isFallback = holder === null && recipient === 'LIAISON';
    const head = isFallback ? await this.organization.holderOf(departmentId, 'HEAD', day) : null;
    return {
      ...(department ? { code: department.code, department: department.name } : { code: '', department: '' }),
      ...postOf(holder ?? head),
      isFallback,
    };
  }
}

function postOf(holder: HolderFacts | null): Pick<Addressee, 'postCode' | 'holder' | 'email'> {
  if (!holder) return { postCode: '', holder: '', email: '' };
  return { postCode: holder.postCode, holder: holder.holder, email: holder.email };
}
