#![no_main]
//! A workbook of a stranger, in any of the forms that are read: as it stands, or put together from parts that the fuzzer changes one by one. What
//! is read of it is within bounds, and is read again as it was when it is written anew.

use std::ops::ControlFlow;

use careers_policy::workbook::{Cell, Sheet, Value, Workbook, read_rows, read_workbook, write_workbook};
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::parts::{archive, parts};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { mutate_lines(data, size, most, seed) });

fuzz_target!(|data: &[u8]| {
    let bytes = if data.starts_with(b"=== ") { archive(&parts(data)) } else { data.to_vec() };
    let _ = read_rows(bytes.as_slice(), |row| {
        (0..row.len()).for_each(|column| drop(row.words(column)));
        ControlFlow::Continue(())
    });
    let Ok(sheets) = read_workbook(&bytes, "a.xlsx") else { return };
    let cells: usize = sheets.iter().flat_map(|sheet| &sheet.rows).map(Vec::len).sum();
    assert!(cells <= 500_000);
    let cell = |value: &Value| Cell { value: value.clone(), ..Cell::default() };
    for sheet in &sheets {
        let rows = sheet.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let written = Sheet { name: "S".to_owned(), rows, ..Sheet::default() };
        let written =
            write_workbook(&Workbook { title: String::new(), sheets: vec![written] }).expect("it is within bounds");
        let read = read_workbook(&written, "b.xlsx").expect("it is what we write");
        assert_eq!(read[0].rows, sheet.rows);
    }
});
