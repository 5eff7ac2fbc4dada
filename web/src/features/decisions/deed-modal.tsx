import { useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../api/problem.js';
import { sendDeed, type SentTo } from '../../api/send-deed.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { StaleDialog } from '../../components/stale-dialog.js';
import { CheckPanel } from './check-panel.js';
import { TOUCHED } from './decision-queries.js';
import type { PreviewWish } from './decision-types.js';

interface DeedModalProps {
  id: string;
  /** Where the deed is sent; its version is that of the page below, which is read anew when it turns out to be stale. */
  to: SentTo;
  label: string;
  title: string;
  body: object;
  /** Names of what is still to be filled in. */
  missing?: readonly string[];
  /** What is asked before the deed is sent; left out where nothing of the procedure can stand against it. */
  wish?: PreviewWish;
  isDanger?: boolean;
  width?: number;
  children?: ReactNode;
  onExcept?: (gate: string) => void;
  onClose: () => void;
}

/** The dialog of a deed on a decision: its form, what would be refused, and the deed itself. */
export function DeedModal(props: DeedModalProps): ReactNode {
  const { id, to, label, title, body, missing = [], wish, isDanger = false, onClose } = props;
  const { t } = useTranslation('decisions');
  const { message } = App.useApp();
  const client = useQueryClient();
  const deed = useDeed((sent: object, key) => sendDeed(to, sent, key), {
    touches: TOUCHED,
    onDone: () => {
      void message.success(t('done', { label }));
      onClose();
    },
    onRefused: (error) => {
      if (isStale(error)) void client.invalidateQueries({ queryKey: ['decision', id] });
    },
  });
  return (
    <Modal
      open
      width={props.width ?? 520}
      title={title}
      okText={t('confirm', { label })}
      okButtonProps={{ danger: isDanger, disabled: missing.length > 0 }}
      confirmLoading={deed.isPending}
      mask={{ closable: false }}
      onOk={() => deed.mutate(body)}
      onCancel={onClose}
    >
      <FormFault error={isStale(deed.error) ? null : deed.error} />
      {props.children}
      {missing.length > 0 && (
        <p className="decision-quiet">{t('record.missing', { names: missing.join('、') })}</p>
      )}
      {wish && <CheckPanel id={id} wish={wish} onExcept={props.onExcept} />}
      <StaleDialog error={deed.error} onReload={onClose} onKeep={() => deed.reset()} />
    </Modal>
  );
}
