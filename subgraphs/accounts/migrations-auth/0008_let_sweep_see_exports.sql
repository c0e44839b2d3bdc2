-- The nightly sweep works for all studios and people at once: it keeps the files of these, and forgets old ones.
do $$
declare
  sign_in name := current_setting('atelier.role');
begin
  execute format('grant select, delete on accounts.data_exports to %I', sign_in);
  execute format('create policy sign_in on accounts.data_exports to %I using (true)', sign_in);
end $$;
