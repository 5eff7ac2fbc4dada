import { Button, Input, Modal, type ButtonProps } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFault } from './form-fault.js';

interface ConfirmDeedProps {
  /** Word on the button. */
  label: string;
  /** Question or heading of the dialog. */
  title: string;
  /** What follows from it. */
  children?: ReactNode;
  /** Whether a reason is written down. */
  reason?: 'required' | 'optional' | 'none';
  reasonLabel?: string;
  /** Fewest characters of a required reason, as the service asks. */
  minLength?: number;
  danger?: boolean;
  button?: ButtonProps;
  /** Does it; what it throws is told inside the dialog, which stays open. */
  onConfirm: (reason: string) => Promise<unknown>;
}

/** A deed one is asked about first, with its reason. */
export function ConfirmDeed({
  label,
  title,
  children,
  reason = 'none',
  reasonLabel,
  minLength = 1,
  danger = false,
  button,
  onConfirm,
}: ConfirmDeedProps): ReactNode {
  const { t } = useTranslation('components');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const id = useId();
  const isShort = reason === 'required' && text.trim().length < minLength;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(text.trim());
      setOpen(false);
      setText('');
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button danger={danger} {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={label}
        okButtonProps={{ danger, disabled: isShort }}
        confirmLoading={isBusy}
        onOk={() => void confirm()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <FormFault error={error} />
        {children}
        {reason !== 'none' && (
          <div className="field">
            <label htmlFor={id}>{reasonLabel ?? t('deed.reason')}</label>
            <Input.TextArea
              id={id}
              autoFocus
              rows={3}
              maxLength={500}
              showCount
              required={reason === 'required'}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
      </Modal>
    </>
  );
}
