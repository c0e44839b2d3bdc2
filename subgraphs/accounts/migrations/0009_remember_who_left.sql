-- Those who left before there was a table for it: the event that said so still tells. Studios that are gone are nobody's.
alter table accounts.activity no force row level security;
alter table accounts.former_members no force row level security;
alter table accounts.studios no force row level security;
insert into accounts.former_members (studio_id, member_id, user_id, left_at)
  select studio_id, (event_data ->> 'memberId')::uuid, (event_data ->> 'userId')::uuid, at from accounts.activity
  where event_type = 'member.removed' and studio_id in (select id from accounts.studios)
  on conflict do nothing;
--> statement-breakpoint
-- As before, and now a person's own log, too: once they are erased, and 90 days after its last line.
create or replace function accounts.forget_audit_log() returns integer
language plpgsql security definer set search_path = '' as $$
declare
  gone uuid := nullif(current_setting('app.studio', true), '')::uuid;
  forgotten integer;
begin
  if gone is null
    or exists (select from accounts.studios where id = gone)
    or exists (select from accounts.audit_log where studio_id = gone and actor_kind = 'person')
      and not exists (select from accounts.erasures where subject_id = gone and kind = 'ACCOUNT' and told_at is not null)
    or exists (select from accounts.audit_log where studio_id = gone and at > now() - interval '90 days') then
    return 0;
  end if;
  delete from accounts.audit_log where studio_id = gone;
  get diagnostics forgotten = row_count;
  delete from accounts.audit_heads where studio_id = gone;
  return forgotten;
end $$;
