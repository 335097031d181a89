import { Input, Segmented } from 'antd';
import type { Status } from '../shapes.ts';
import { Icon } from '../ui/icon.tsx';
import { usePage } from '../ui/page-context.tsx';
import type { Group } from './grouping.ts';

export interface Filters {
  scope: 'open' | 'all';
  q: string;
  /** One status alone, the overdue ones alone, or no such narrowing. */
  only: Status | 'overdue' | null;
}

interface FilterProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
  groups: Group[];
  overdue: number;
}

/** The count of every status at a glance; a press shows that one alone, another press all again. */
function StatusStrip({ filters, onChange, groups, overdue }: FilterProps) {
  const { texts } = usePage();
  const toggle = (only: NonNullable<Filters['only']>) =>
    onChange({ ...filters, only: filters.only === only ? null : only });
  return (
    <fieldset className="strip" aria-label={texts.board.scope}>
      {groups.map(({ status, tickets }) => (
        <button
          key={status}
          type="button"
          className={`strip-${status}`}
          aria-pressed={filters.only === status}
          title={texts.board.showOnly(texts.status[status])}
          onClick={() => toggle(status)}
        >
          <b>{tickets.length}</b>
          <span>{texts.status[status]}</span>
        </button>
      ))}
      <button
        type="button"
        className={overdue > 0 ? 'strip-overdue some' : 'strip-overdue'}
        aria-pressed={filters.only === 'overdue'}
        title={texts.board.onlyOverdue}
        onClick={() => toggle('overdue')}
      >
        <b>{overdue}</b>
        <span>{texts.board.overdue}</span>
      </button>
    </fieldset>
  );
}

/** Above the board: open or all, a search, and the counts. */
export function BoardFilters(props: FilterProps) {
  const { texts } = usePage();
  const { filters, onChange } = props;
  return (
    <div className="filters">
      <div className="filters-row">
        <Segmented<Filters['scope']>
          size="small"
          aria-label={texts.board.scope}
          value={filters.scope}
          options={[
            { value: 'open', label: texts.board.open },
            { value: 'all', label: texts.board.all },
          ]}
          onChange={(scope) => onChange({ ...filters, scope, only: null })}
        />
        <Input
          size="small"
          type="search"
          allowClear
          aria-label={texts.board.search}
          placeholder={texts.board.search}
          prefix={<Icon name="search" size={14} />}
          value={filters.q}
          onChange={(event) => onChange({ ...filters, q: event.target.value })}
        />
      </div>
      <StatusStrip {...props} />
    </div>
  );
}
