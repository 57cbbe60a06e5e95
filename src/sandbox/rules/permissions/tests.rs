//! Overwrites in tables, and the computing against a slow model that judges one bit at a time.

use proptest::prelude::*;
use rstest::rstest;

use super::*;

const GUILD: u64 = 1;
const OWNER: u64 = 90;
const STAFF: u64 = 2;
const LEAD: u64 = 3;
const MEMBER: u64 = 91;

fn guild(roles: &[Role]) -> Guild<'_> {
    Guild { id: GUILD, owner: OWNER, roles }
}

fn member(roles: &[u64]) -> Person<'_> {
    Person { id: MEMBER, roles, timed_out: false }
}

fn overwrite(whom: Whom, allow: u64, deny: u64) -> Overwrite {
    Overwrite { whom, allow, deny }
}

const POSTS: u64 = VIEW_CHANNEL | SEND_MESSAGES;

fn roles() -> [Role; 3] {
    [
        Role { id: GUILD, permissions: VIEW_CHANNEL },
        Role { id: STAFF, permissions: SEND_MESSAGES },
        Role { id: LEAD, permissions: ATTACH_FILES },
    ]
}

#[rstest]
#[case::none(&[], &[STAFF], POSTS)]
#[case::everyone_denied(&[overwrite(Whom::Role(GUILD), 0, VIEW_CHANNEL)], &[STAFF], 0)]
#[case::a_role_opens_again(
    &[overwrite(Whom::Role(STAFF), VIEW_CHANNEL, 0), overwrite(Whom::Role(GUILD), 0, VIEW_CHANNEL)], &[STAFF], POSTS)]
#[case::of_two_roles_the_allowing_wins(
    &[overwrite(Whom::Role(STAFF), SEND_MESSAGES, 0), overwrite(Whom::Role(LEAD), 0, SEND_MESSAGES)],
    &[STAFF, LEAD], POSTS | ATTACH_FILES)]
#[case::the_member_has_the_last_word(
    &[overwrite(Whom::Member(MEMBER), 0, SEND_MESSAGES), overwrite(Whom::Role(STAFF), SEND_MESSAGES, 0)],
    &[STAFF], VIEW_CHANNEL)]
#[case::another_member_is_no_concern(&[overwrite(Whom::Member(5), 0, VIEW_CHANNEL)], &[STAFF], POSTS)]
#[case::nor_is_a_role_not_held(&[overwrite(Whom::Role(LEAD), 0, VIEW_CHANNEL)], &[STAFF], POSTS)]
#[case::without_sending_no_files(&[overwrite(Whom::Role(LEAD), EMBED_LINKS, 0)], &[LEAD], VIEW_CHANNEL)]
#[case::no_overwrite_makes_an_administrator(
    &[overwrite(Whom::Member(MEMBER), ADMINISTRATOR, 0)], &[STAFF], POSTS)]
fn overwrites_apply_in_discords_order(#[case] overwrites: &[Overwrite], #[case] held: &[u64], #[case] expected: u64) {
    let bits = in_channel(guild(&roles()), overwrites, member(held), false);
    assert_eq!(names(bits), names(expected));
}

#[test]
fn nothing_holds_owners_and_administrators_back() {
    let closed = [overwrite(Whom::Role(GUILD), 0, ALL), overwrite(Whom::Member(OWNER), 0, ALL)];
    let owner = Person { id: OWNER, roles: &[], timed_out: true };
    assert_eq!(in_channel(guild(&roles()), &closed, owner, false), ALL);
    let roles = [Role { id: GUILD, permissions: 0 }, Role { id: STAFF, permissions: ADMINISTRATOR }];
    assert_eq!(in_channel(guild(&roles), &closed, member(&[STAFF]), false), ALL);
}

#[test]
fn a_time_out_leaves_looking_and_reading() {
    let roles = [Role { id: GUILD, permissions: POSTS | READ_MESSAGE_HISTORY | MANAGE_GUILD }];
    let silenced = Person { id: MEMBER, roles: &[], timed_out: true };
    let allowing = [overwrite(Whom::Member(MEMBER), SEND_MESSAGES, 0)];
    assert_eq!(in_channel(guild(&roles), &allowing, silenced, false), VIEW_CHANNEL | READ_MESSAGE_HISTORY);
}

#[test]
fn in_a_thread_the_threads_own_right_to_send_counts() {
    let roles = [Role { id: GUILD, permissions: VIEW_CHANNEL | SEND_MESSAGES_IN_THREADS | ATTACH_FILES }];
    assert_eq!(in_channel(guild(&roles), &[], member(&[]), true) & ATTACH_FILES, ATTACH_FILES);
    assert_eq!(in_channel(guild(&roles), &[], member(&[]), false) & ATTACH_FILES, 0);
    assert_eq!(missing_to_post(roles[0].permissions, true, false, true), 0);
    assert_eq!(missing_to_post(roles[0].permissions, false, true, true), SEND_MESSAGES | EMBED_LINKS);
}

#[test]
fn bits_and_names_lead_to_each_other() {
    for (bit_value, name) in NAMES {
        assert_eq!(bit(name), Some(*bit_value));
        assert_eq!(names(*bit_value), [*name]);
    }
    assert_eq!(names(ALL).len(), NAMES.len());
    assert_eq!((bit("PIN_MESSAGES"), bit("SENDING")), (Some(1 << 51), None));
}

/// Judges one bit at a time by asking who has the last word on it: the member's overwrite, else the roles', else
/// @everyone's, else the roles in the guild; the allowing one first at each step.
fn slow(guild: Guild<'_>, overwrites: &[Overwrite], person: Person<'_>, thread: bool) -> u64 {
    let held = |id: u64| id == guild.id || person.roles.contains(&id);
    let given = |bit: u64| guild.roles.iter().any(|role| held(role.id) && role.permissions & bit != 0);
    if person.id == guild.owner || given(ADMINISTRATOR) {
        return ALL;
    }
    let has = |bit: u64| {
        if bit == ADMINISTRATOR || person.timed_out && bit != VIEW_CHANNEL && bit != READ_MESSAGE_HISTORY {
            return false;
        }
        let steps: [Box<dyn Fn(Whom) -> bool>; 3] = [
            Box::new(|whom| whom == Whom::Member(person.id)),
            Box::new(|whom| matches!(whom, Whom::Role(id) if id != guild.id && held(id))),
            Box::new(|whom| whom == Whom::Role(guild.id)),
        ];
        for concerns in steps {
            let of_step: Vec<_> = overwrites.iter().filter(|overwrite| concerns(overwrite.whom)).collect();
            if of_step.iter().any(|overwrite| overwrite.allow & bit != 0) {
                return true;
            }
            if of_step.iter().any(|overwrite| overwrite.deny & bit != 0) {
                return false;
            }
        }
        given(bit)
    };
    let sends = has(if thread { SEND_MESSAGES_IN_THREADS } else { SEND_MESSAGES });
    let needs_sending = [MENTION_EVERYONE, SEND_TTS_MESSAGES, ATTACH_FILES, EMBED_LINKS];
    (0..64)
        .map(|shift| 1_u64 << shift)
        .filter(|bit| has(*bit) && has(VIEW_CHANNEL) && (sends || !needs_sending.contains(bit)))
        .fold(0, |bits, bit| bits | bit)
}

/// Bit sets in which the bits that rule over others are often there and often not, and an administrator is rare.
fn some_bits() -> impl Strategy<Value = u64> {
    (any::<u64>(), any::<u64>(), 0..12_u8).prop_map(|(one, other, rare)| {
        let bits = one & other;
        if rare == 0 { bits | ADMINISTRATOR } else { bits & !ADMINISTRATOR }
    })
}

fn some_whom() -> impl Strategy<Value = Whom> {
    prop_oneof![(1..6_u64).prop_map(Whom::Role), (90..93_u64).prop_map(Whom::Member)]
}

proptest! {
    #[test]
    fn computing_agrees_with_judging_bit_by_bit(
        given in proptest::collection::vec(some_bits(), 5),
        overwrites in proptest::collection::vec(
            (some_whom(), some_bits(), some_bits()).prop_map(|(whom, allow, deny)| Overwrite { whom, allow, deny }), 0..8),
        held in proptest::sample::subsequence(vec![2_u64, 3, 4, 5], 0..=4),
        id in 90..93_u64,
        timed_out in proptest::bool::weighted(0.2),
        thread: bool,
    ) {
        let roles: Vec<Role> = (1..).zip(given).map(|(id, permissions)| Role { id, permissions }).collect();
        let person = Person { id, roles: &held, timed_out };
        let fast = in_channel(guild(&roles), &overwrites, person, thread);
        prop_assert_eq!(fast, slow(guild(&roles), &overwrites, person, thread));
    }

    #[test]
    fn a_right_more_never_takes_one_away(
        given in proptest::collection::vec(some_bits(), 2), more: u64, thread: bool,
    ) {
        let before = [Role { id: GUILD, permissions: given[0] }, Role { id: STAFF, permissions: given[1] }];
        let after = [before[0], Role { id: STAFF, permissions: given[1] | more }];
        let less = in_channel(guild(&before), &[], member(&[STAFF]), thread);
        // Administrators have the documented bits, which an unknown bit of a role is not among.
        prop_assert_eq!(less & !in_channel(guild(&after), &[], member(&[STAFF]), thread) & ALL, 0);
    }
}
