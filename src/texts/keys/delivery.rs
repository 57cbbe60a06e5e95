//! Announcements that did not get everywhere, for leads.

keys! {
    "delivery.notice.partly" { title: "New offers", sent: 4, count: 7 };
    "delivery.refused.forbidden" { place: "<#41> (Sales)", code: 50013 };
    "delivery.refused.gone" { place: "<#41> (Sales)", code: 10003 };
    "delivery.refused.rejected" { place: "<#41> (Sales)", code: 50035 };
    "delivery.retry.button" [Button];
    "delivery.retry.on_its_way" { title: "New offers", channels: "<#41>, <#42>" };
    "delivery.retry.still_refused" { title: "New offers" };
    "delivery.retry.nowhere_left" { title: "New offers" };
    "delivery.deleted.notice" { title: "New offers", count: 2 };
    "delivery.deleted.line" { place: "<#41> (Sales)", time: "<t:1577865600:F>" };
    "delivery.deleted.line_again" { place: "<#41> (Sales)", time: "<t:1577865600:F>" };
    "delivery.deleted.choice";
    "delivery.deleted.button" [Button];
}
