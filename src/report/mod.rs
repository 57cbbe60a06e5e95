//! Summary model to text table and chart.
