import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Popover, Skeleton, Table, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { momentWords } from '../texts/wording.ts';
import { useNow, usePage } from '../ui/page-context.tsx';
import { Blank } from '../ui/pane.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { dispatchApi, type VendorWork } from './dispatch-api.ts';
import { DISPATCH_KEYS } from './dispatch-keys.ts';
import { TicketLink } from './ticket-link.tsx';
import { useDoing } from './use-doing.ts';

type Work = VendorWork['tickets'][number];

/** What the vendor said on the telephone or by mail is written down here. */
function NoteAnswer({ number, me }: { number: string; me: string }) {
  const { texts } = usePage();
  const words = texts.dispatch.vendors;
  const [open, setOpen] = useState(false);
  const note = useDoing(
    [['tickets']],
    ({ text }: { text: string }) => api.actOnTicket(number, { action: 'vendor_answer', text, actor: me }),
    () => setOpen(false),
  );
  const form = (
    <Form name="answer" layout="vertical" onFinish={(said: { text: string }) => note.mutate(said)}>
      <Form.Item name="text" label={words.said} rules={[{ required: true, message: words.said }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Button size="small" type="primary" htmlType="submit" loading={note.isPending}>
        {texts.dispatch.roster.save}
      </Button>
    </Form>
  );
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={form} destroyOnHidden>
      <Button size="small" aria-label={`${words.note} ${number}`}>
        {words.note}
      </Button>
    </Popover>
  );
}

function OneVendor({ vendor, me, now }: { vendor: VendorWork; me: string | undefined; now: number }) {
  const page = usePage();
  const words = page.texts.dispatch.vendors;
  const when = (moment: string) => momentWords(moment, now, page);
  return (
    <section className="vendor" aria-label={vendor.name}>
      <h4>
        {vendor.name}
        <span className="quiet">
          {vendor.contact} <a href={`tel:${vendor.phone}`}>{vendor.phone}</a>
          {vendor.contract ? ` · ${words.contract(vendor.contract)}` : ''}
        </span>
      </h4>
      {vendor.tickets.length === 0 ? (
        <p className="quiet">{words.nothing}</p>
      ) : (
        <Table<Work>
          size="small"
          rowKey="number"
          dataSource={vendor.tickets}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: page.texts.dispatch.escalations.ticket,
              key: 'ticket',
              render: (_, one) => <TicketLink ticket={one} />,
            },
            {
              title: words.ours,
              key: 'ours',
              width: 130,
              render: (_, one) => (one.resolveBy ? when(one.resolveBy) : words.noClock),
            },
            {
              title: words.theirs,
              key: 'theirs',
              width: 190,
              render: (_, { clock, late }) => (
                <>
                  {clock?.answerBy && (
                    <div className={clock.heardAt ? 'quiet' : undefined}>
                      {words.answerBy(when(clock.answerBy))}
                    </div>
                  )}
                  {clock?.doneBy && <div>{words.doneBy(when(clock.doneBy))}</div>}
                  {!clock?.answerBy && !clock?.doneBy && <span className="quiet">{words.noClock}</span>}
                  {late && <Tag color="error">{words.late}</Tag>}
                </>
              ),
            },
            {
              title: words.answers,
              key: 'answer',
              width: 260,
              render: (_, one) => (
                <>
                  <div>
                    {one.answer && one.clock?.heardAt
                      ? words.answered(when(one.clock.heardAt), one.answer)
                      : words.unanswered}
                  </div>
                  <span className="quiet">
                    {one.chasedAt ? words.chased(one.chased, when(one.chasedAt)) : words.notChased}
                  </span>{' '}
                  {me && <NoteAnswer number={one.number} me={me} />}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

/** What each vendor has in hand: its clock beside ours, how often it was chased, what it answered. */
export function VendorsTab({ everyMs, me }: { everyMs: number; me: string | undefined }) {
  const { texts } = usePage();
  const now = useNow();
  const read = useQuery({
    queryKey: DISPATCH_KEYS.vendors,
    refetchInterval: everyMs,
    queryFn: ({ signal }) => dispatchApi.vendors(signal),
  });
  if (read.isError) return <Trouble error={read.error} retry={() => void read.refetch()} />;
  if (read.isPending) return <Skeleton active />;
  if (read.data.items.length === 0) return <Blank title={texts.dispatch.vendors.none} />;
  return read.data.items.map((vendor) => <OneVendor key={vendor.id} vendor={vendor} me={me} now={now} />);
}
