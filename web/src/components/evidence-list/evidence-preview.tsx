import { Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.js';
import { PageState } from '../page-state.js';
import { linkTo } from './evidence-query.js';
import type { Evidence } from './evidence-types.js';

const PDF = 'application/pdf';
/** Pictures that hold no script. Whatever the answer calls itself, the browser is given one of these names or none. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/bmp',
]);

/** A picture or a PDF inside the page. It is fetched as bytes and named by its known kind, so nothing in it can run here. */
export function EvidencePreview({ piece, onClose }: { piece: Evidence; onClose: () => void }): ReactNode {
  const { t } = useTranslation('evidence-list');
  const read = useQuery({
    queryKey: ['evidence', piece.id, 'bytes'],
    queryFn: ({ signal }) => bytesOf(piece, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  const address = useMemo(() => (read.data ? URL.createObjectURL(read.data) : null), [read.data]);
  useEffect(() => () => void (address !== null && URL.revokeObjectURL(address)), [address]);
  return (
    <Modal
      open
      title={piece.name}
      width="min(1100px, 96vw)"
      footer={null}
      onCancel={onClose}
      className="evidence-preview"
    >
      {read.isPending && <PageState kind="loading" />}
      {read.isError && <PageState kind="error" error={read.error} onRetry={() => void read.refetch()} />}
      {address !== null &&
        (piece.mediaType === PDF ? (
          <iframe src={address} title={t('preview', { name: piece.name })} />
        ) : (
          <img src={address} alt={piece.description || piece.name} />
        ))}
    </Modal>
  );
}

async function bytesOf({ id, mediaType }: Evidence, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(`${await linkTo(id)}?preview=1`, { signal });
  if (!answer.ok) throw await problemOf(answer);
  const type = mediaType === PDF || PICTURES.has(mediaType) ? mediaType : 'application/octet-stream';
  return new Blob([await answer.arrayBuffer()], { type });
}
