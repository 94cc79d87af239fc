//! Pass 3: orders the nodes of every column so that few edges cross.
//!
//! Needs: columns. Gives: the order in every block and column. Sugiyama's sweeps with barycentres and then
//! transposition of neighbours (Gansner and others, "A technique for drawing directed graphs"); the order of the source
//! is the first candidate and wins every tie, so that an edit that changes no edge moves nothing. One method at every
//! size; a fixed number of sweeps, each O(edges · log edges).

use super::sheet::Sheet;
use crate::sort;

/// How often the columns are swept in both directions.
const SWEEPS: usize = 4;
/// Layers with more vertices than this are not transposed: the gain is small and the time is not.
const MOST_TRANSPOSED: usize = 60;

pub(super) fn order(sheet: &mut Sheet) {
    if sheet.columns < 2 {
        return;
    }
    let mut places = vec![0; sheet.vertices.len()];
    number(sheet, &mut places);
    let mut best = (crossings(sheet, &places), sheet.layers.clone());
    for sweep in 0..SWEEPS {
        if best.0 == 0 {
            break;
        }
        for step in 0..sheet.columns {
            let column = if sweep % 2 == 0 { step } else { sheet.columns - 1 - step };
            by_barycentre(sheet, column, sweep % 2 == 0, &places);
            number(sheet, &mut places);
        }
        transpose(sheet, &mut places);
        let found = crossings(sheet, &places);
        if found < best.0 {
            best = (found, sheet.layers.clone());
        }
    }
    sheet.layers = best.1;
}

/// Gives every vertex its place in its column, comparable across columns: blocks are as tall as their longest layer.
fn number(sheet: &Sheet, places: &mut [usize]) {
    let mut start = 0;
    for layers in &sheet.layers {
        for layer in layers {
            for (index, &vertex) in layer.iter().enumerate() {
                places[vertex] = start + index;
            }
        }
        start += layers.iter().map(Vec::len).max().unwrap_or(0);
    }
}

/// Sorts a column by the mean place of the neighbours on one side. What has no neighbour there keeps its place.
fn by_barycentre(sheet: &mut Sheet, column: usize, from_left: bool, places: &[usize]) {
    let Sheet { vertices, layers, .. } = sheet;
    for layer in layers.iter_mut().map(|layers| &mut layers[column]) {
        let mean = |&vertex: &usize| {
            let near = if from_left { &vertices[vertex].left } else { &vertices[vertex].right };
            if near.is_empty() {
                places[vertex] as f64
            } else {
                near.iter().map(|&other| places[other] as f64).sum::<f64>() / near.len() as f64
            }
        };
        sort::by(layer, |a, b| mean(a).total_cmp(&mean(b)));
    }
}

/// Swaps neighbours in a column while that removes crossings.
fn transpose(sheet: &mut Sheet, places: &mut [usize]) {
    let Sheet { vertices, layers, .. } = sheet;
    for layer in layers.iter_mut().flatten().filter(|layer| layer.len() <= MOST_TRANSPOSED) {
        let mut improved = true;
        // Every swap removes a crossing, so this ends; the bound keeps it quick.
        for _ in 0..layer.len() {
            if !improved {
                break;
            }
            improved = false;
            for index in 1..layer.len() {
                let (upper, lower) = (layer[index - 1], layer[index]);
                let (a, b) = (&vertices[upper], &vertices[lower]);
                let now =
                    inversions(&a.left, &b.left, places) + inversions(&a.right, &b.right, places);
                let swapped =
                    inversions(&b.left, &a.left, places) + inversions(&b.right, &a.right, places);
                if swapped < now {
                    layer.swap(index - 1, index);
                    places.swap(upper, lower);
                    improved = true;
                }
            }
        }
    }
}

/// Crossings between the edges of an upper and a lower vertex, on one side.
fn inversions(upper: &[usize], lower: &[usize], places: &[usize]) -> usize {
    upper.iter().map(|&a| lower.iter().filter(|&&b| places[b] < places[a]).count()).sum()
}

/// Crossings in the whole sheet.
fn crossings(sheet: &Sheet, places: &[usize]) -> usize {
    (1..sheet.columns)
        .map(|column| {
            let mut pairs: Vec<(usize, usize)> = Vec::new();
            for &vertex in sheet.layers.iter().flat_map(|layers| &layers[column]) {
                pairs.extend(
                    sheet.vertices[vertex].left.iter().map(|&l| (places[l], places[vertex])),
                );
            }
            pairs.sort_unstable();
            let mut ends: Vec<usize> = pairs.into_iter().map(|(_, end)| end).collect();
            count_inversions(&mut ends)
        })
        .sum()
}

/// How many pairs of a list stand in falling order; sorts the list.
fn count_inversions(list: &mut Vec<usize>) -> usize {
    if list.len() < 2 {
        return 0;
    }
    let mut right = list.split_off(list.len() / 2);
    let mut count = count_inversions(list) + count_inversions(&mut right);
    let left = std::mem::take(list);
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        if j == right.len() || (i < left.len() && left[i] <= right[j]) {
            list.push(left[i]);
            i += 1;
        } else {
            list.push(right[j]);
            count += left.len() - i;
            j += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_are_counted() {
        assert_eq!(count_inversions(&mut vec![]), 0);
        assert_eq!(count_inversions(&mut vec![1, 1, 2]), 0);
        assert_eq!(count_inversions(&mut vec![3, 1, 2]), 2);
        assert_eq!(count_inversions(&mut vec![4, 3, 2, 1]), 6);
    }
}
