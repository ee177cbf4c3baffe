-- The recovery key of the host. Devices seal what they have not sent yet to its public half, so that a forgotten PIN
-- or a dropped key loses nobody's work; the private half opens that here and never leaves the server. It belongs in every
-- backup: a host restored without it cannot open what phones have sealed. Made by the server at its first need, so that
-- hosts from before get theirs as well.
alter table host add column recovery_public text;
alter table host add column recovery_private text;
alter table host add constraint host_recovery_key_has_both_halves
  check ((recovery_public is null) = (recovery_private is null));
